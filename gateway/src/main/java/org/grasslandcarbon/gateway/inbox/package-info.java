// SPDX-License-Identifier: Apache-2.0
/**
 * The durable inbox: what a gateway has answered for and the ledger has not yet decided. What it
 * has accepted is on disk before the sender hears so, and stays until the outcome is known. It
 * judges nothing.
 */
package org.grasslandcarbon.gateway.inbox;
