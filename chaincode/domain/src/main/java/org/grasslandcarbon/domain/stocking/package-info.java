// SPDX-License-Identifier: Apache-2.0
/**
 * The balance of grass and livestock: how many animals a project's grass feeds and how many there
 * are (LEDGER section 2). It computes and records; what an overload means for a report is decided
 * in {@code monitoring}.
 */
package org.grasslandcarbon.domain.stocking;
