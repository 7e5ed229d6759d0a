/** The card's own look, in its closed root. Light and dark follow the system. */
export const CARD_CSS = `
.card { position: fixed; box-sizing: border-box; width: max-content; max-width: min(340px, calc(100vw - 16px));
	padding: 8px 12px; border: 1px solid #c4cad3; border-radius: 6px; background: #fff; color: #1c232d;
	font: 13px/18px system-ui, sans-serif; text-align: start; box-shadow: 0 2px 10px #0003; pointer-events: auto; }
.title { margin: 0; font: inherit; font-weight: 600; }
.quote { margin: 4px 0 0; color: #4d5866; }
.question { margin: 4px 0 0; }
.source { margin: 4px 0 0; color: #4d5866; font-size: 12px; line-height: 16px; }
.actions { display: flex; gap: 8px; margin: 8px 0 0; }
button { all: unset; box-sizing: border-box; padding: 2px 8px; border: 1px solid #8b95a3; border-radius: 4px;
	font: inherit; cursor: pointer; }
button:hover { background: #eef1f5; }
button:focus-visible { outline: 2px solid #1a5fb4; outline-offset: 1px; }
@media (prefers-color-scheme: dark) {
	.card { background: #20262e; color: #e6eaf0; border-color: #4a5564; }
	.quote, .source { color: #aab4c0; }
	button:hover { background: #2e3641; }
	button:focus-visible { outline-color: #86b7f5; }
}
@media (forced-colors: active) { .card, button { border-color: CanvasText; } }
`;
