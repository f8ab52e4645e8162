// SPDX-License-Identifier: Apache-2.0
/**
 * How tonnes are computed: algorithms chosen by id, what they are given, and the worksheet of
 * numbered lines that they answer with. Pure functions in exact decimals; no records, no ledger, no
 * floating point. An algorithm is added here and in {@link
 * org.grasslandcarbon.domain.quantification.Algorithms}, and nowhere else.
 */
package org.grasslandcarbon.domain.quantification;
