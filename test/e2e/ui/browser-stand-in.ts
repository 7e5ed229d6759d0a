/** The few parts of the extension API that the pages call by themselves, for pictures without an extension. */
const event = { addListener: () => {}, removeListener: () => {} };

export const browser = {
	runtime: {
		id: "gallery",
		openOptionsPage: async () => {},
		onMessage: event,
		getManifest: () => ({ version: "0.1.0" }),
		getURL: (path: string) => path,
	},
	tabs: {
		query: async () => [{ id: 7, windowId: 1, url: "https://ehr.example/" }],
		onActivated: event,
		onUpdated: event,
	},
	windows: { onFocusChanged: event, getCurrent: async () => ({ id: 1 }) },
	permissions: { request: async () => true, onAdded: event, onRemoved: event },
	storage: { local: { get: async () => ({}), set: async () => {} } },
	sidePanel: { open: async () => {} },
};
