import { createServer, type Server } from "node:http";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ENTRY = fileURLToPath(new URL("./gallery.tsx", import.meta.url));

/**
 * Bundles the gallery and serves it on loopback; the extension's own API is replaced by a stand-in.
 * @returns the address of the gallery and the server to close.
 */
export async function serveGallery(): Promise<{ address: string; server: Server }> {
	const bundle = await build({
		entryPoints: [ENTRY],
		bundle: true,
		write: false,
		outdir: "/gallery",
		format: "esm",
		jsx: "automatic",
		define: { "process.env.NODE_ENV": '"production"' },
		loader: { ".svg": "dataurl" },
		alias: { "wxt/browser": fileURLToPath(new URL("./browser-stand-in.ts", import.meta.url)) },
	});
	const text = (suffix: string) => bundle.outputFiles.find((file) => file.path.endsWith(suffix))?.text ?? "";
	const html =
		'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Chartside</title>' +
		'<link rel="stylesheet" href="/gallery.css"></head><body><div id="root"></div>' +
		'<script type="module" src="/gallery.js"></script></body></html>';
	const server = createServer((request, response) => {
		const path = (request.url ?? "/").split("?")[0];
		const [type, body] =
			path === "/gallery.js"
				? ["text/javascript", text(".js")]
				: path === "/gallery.css"
					? ["text/css", text(".css")]
					: ["text/html", html];
		response.writeHead(200, { "content-type": `${type}; charset=utf-8` });
		response.end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const bound = server.address();
	if (bound === null || typeof bound === "string") throw new Error("The gallery has no port");
	return { address: `http://127.0.0.1:${bound.port}/`, server };
}
