// SPDX-License-Identifier: Apache-2.0
/**
 * Credits: batches, who holds which serials, transfer, retirement, cancellation and what a freeze
 * is (LEDGER section 5). It does not issue: {@code monitoring} does, with these records; nor does
 * it freeze: {@code judicial} does.
 */
package org.grasslandcarbon.domain.credit;
