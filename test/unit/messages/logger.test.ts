import { expect, it, vi } from "vitest";
import { log } from "../../../utils/messages/logger";

it("writes a known reason and numbers, whatever it is handed", () => {
	const info = vi.spyOn(console, "info").mockImplementation(() => undefined);
	log("analysis-failed", { length: 12, note: "Quillby" as never });
	expect(JSON.stringify(info.mock.calls)).toBe('[["chartside: analysis-failed",{"length":12}]]');
	info.mockRestore();
});
