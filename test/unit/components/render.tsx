import { cleanup, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach } from "vitest";
import { AnnouncerProvider } from "../../../components/platform/announcer";
import { type Api, ApiProvider } from "../../../components/platform/api";

afterEach(cleanup);

/** Draws components as a page does, with a stand-in for the background. */
export function renderPage(api: Api, children: ReactNode) {
	return render(
		<ApiProvider api={api}>
			<AnnouncerProvider>{children}</AnnouncerProvider>
		</ApiProvider>,
	);
}

/** A promise that a test settles by hand. */
export function deferred<T>() {
	let resolve!: (value: T) => void;
	let reject!: (error: Error) => void;
	const promise = new Promise<T>((yes, no) => {
		resolve = yes;
		reject = no;
	});
	return { promise, resolve, reject };
}
