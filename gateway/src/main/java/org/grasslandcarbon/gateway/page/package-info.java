// SPDX-License-Identifier: Apache-2.0
/**
 * The browser client's files: which addresses are pages, and how long browsers keep what they have
 * loaded. What pages show they ask of the API like everybody else.
 */
package org.grasslandcarbon.gateway.page;
