// SPDX-License-Identifier: Apache-2.0
/**
 * Holds what is read here against itself and against the peer's state, all the time and in the
 * background: that credits are where the records say, that totals and statements say the same, and
 * that the ledger does. It changes nothing and decides nothing; it tells.
 */
package org.grasslandcarbon.gateway.reconciliation;
