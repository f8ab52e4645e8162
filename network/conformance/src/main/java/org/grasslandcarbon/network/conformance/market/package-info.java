// SPDX-License-Identifier: Apache-2.0
/**
 * Trading days with many who trade at the same time, through one gateway or several, and the book
 * on paper by which they are judged. The conformance kit, the fault tests and the benchmarks play
 * them; nothing here knows on which ledger.
 */
package org.grasslandcarbon.network.conformance.market;
