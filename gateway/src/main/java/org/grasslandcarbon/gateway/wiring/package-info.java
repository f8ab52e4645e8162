// SPDX-License-Identifier: Apache-2.0
/**
 * Puts the way to the ledger together from settings: channel, identity, client, inbox, committer.
 * Nothing else of the gateway is built here, and nothing is decided.
 */
package org.grasslandcarbon.gateway.wiring;
