// SPDX-License-Identifier: Apache-2.0
/**
 * What people are shown when they are refused, besides the registry's own codes: the codes of a
 * gateway, and the HTTP status of each code. Gateway, clients and the page of errors all speak of
 * them, and none of the others may know the gateway. A status is a number here; this package knows
 * no HTTP.
 */
package org.grasslandcarbon.views.refusal;
