// SPDX-License-Identifier: Apache-2.0
/**
 * What is shown of the registry's records: one declaration a noun, from which a gateway makes
 * tables, lists, exports, security rules and its description, and clients make their reading. It
 * knows no database, no server and no terminal, and the chaincode does not load it.
 */
package org.grasslandcarbon.views;
