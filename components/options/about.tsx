import { browser } from "wxt/browser";

/** Version, where the codes come from, and whose they are. */
export function About() {
	return (
		<>
			<p>
				Chartside {browser.runtime.getManifest().version}. Apache License 2.0. It suggests codes and shows the
				words they rest on; the coder decides.
			</p>
			<h3>Code sets</h3>
			<dl className="facts">
				<div>
					<dt>ICD-10-CM, ICD-10-PCS</dt>
					<dd className="muted">
						Source of official files: CDC/NCHS and CMS, public domain. The starter set is written for
						Chartside and checked against them.
					</dd>
				</div>
				<div>
					<dt>HCPCS Level II</dt>
					<dd className="muted">Source of official files: CMS.</dd>
				</div>
				<div>
					<dt>CPT</dt>
					<dd className="muted">
						CPT is a registered trademark of the American Medical Association. The starter lists common code
						numbers under plain-language names of our own. These are not CPT descriptors. Production use of
						CPT needs a licence from the AMA; with one, import your own licensed files.
					</dd>
				</div>
			</dl>
		</>
	);
}
