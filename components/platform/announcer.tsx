import { createContext, type ReactNode, use, useCallback, useMemo, useRef, useState } from "react";

interface Announcer {
	/** Says a short sentence to screen readers, politely. */
	say(text: string): void;
	/** Says it, and shows it for a few seconds at the foot of the page. */
	tell(text: string, tone?: "plain" | "problem"): void;
}

interface Notice {
	text: string;
	tone: "plain" | "problem";
}

const AnnouncerContext = createContext<Announcer>({ say: () => {}, tell: () => {} });
const NoticeContext = createContext<Notice | null>(null);

/** How long a shown sentence stays: long enough for 15 words at a slow reader's pace. */
const SHOWN_MS = 6000;

/** One polite live region for the whole page, and the sentence shown at its foot. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
	const [said, setSaid] = useState("");
	const [notice, setNotice] = useState<Notice | null>(null);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const say = useCallback((text: string) => {
		// The same sentence twice is only spoken again when the text differs.
		setSaid((before) => (before === text ? `${text}\u00a0` : text));
	}, []);
	const tell = useCallback(
		(text: string, tone: Notice["tone"] = "plain") => {
			say(text);
			setNotice({ text, tone });
			clearTimeout(timer.current);
			timer.current = setTimeout(() => setNotice(null), tone === "problem" ? SHOWN_MS * 2 : SHOWN_MS);
		},
		[say],
	);
	const announcer = useMemo(() => ({ say, tell }), [say, tell]);
	return (
		<AnnouncerContext value={announcer}>
			<NoticeContext value={notice}>{children}</NoticeContext>
			<div className="unseen" aria-live="polite" role="status">
				{said}
			</div>
		</AnnouncerContext>
	);
}

/** Ways to tell the person something. */
export function useAnnouncer(): Announcer {
	return use(AnnouncerContext);
}

/** The sentence that is shown just now; the live region has already spoken it. */
export function NoticeLine() {
	const notice = use(NoticeContext);
	if (notice === null) return null;
	return (
		<div className={`notice-line small ${notice.tone === "problem" ? "problem" : ""}`} aria-hidden="true">
			{notice.text}
		</div>
	);
}
