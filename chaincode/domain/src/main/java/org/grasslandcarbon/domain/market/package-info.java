// SPDX-License-Identifier: Apache-2.0
/**
 * Trading and its settlement: venues and their rules, books, listings, trades (LEDGER section 6).
 * Whatever changes hands does so against payment in one instruction, or not at all.
 */
package org.grasslandcarbon.domain.market;
