// SPDX-License-Identifier: Apache-2.0
// The one place that knows where the library of views is, and in which version.

export { html, svg, nothing, render } from "/_static/lit-html/3.3.3/lit-html.js";
export { guard } from "/_static/lit-html/3.3.3/directives/guard.js";
