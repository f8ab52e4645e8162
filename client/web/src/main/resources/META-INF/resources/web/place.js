// SPDX-License-Identifier: Apache-2.0
// What pages tell and where they lead, without knowing who opens them.

const told = document.getElementById("told");
let opening = () => {};

/** Who opens pages says so once. */
export const opens = (open) => {
  opening = open;
};

/** Opens an address of ours as if a link to it had been followed; in place of the present one where it is the same page. */
export function go(address, { replace = false } = {}) {
  history[replace ? "replaceState" : "pushState"](null, "", address);
  return opening({ moved: !replace });
}

/** Tells those who do not see the page what has happened on it. */
export function tell(text) {
  told.textContent = text;
}
