// SPDX-License-Identifier: Apache-2.0
/**
 * Trading: listings, block trades, auctions, forwards, trading days and rules (LEDGER section 6).
 * Its place in the structure; nothing is here yet.
 */
package org.grasslandcarbon.domain.market;
