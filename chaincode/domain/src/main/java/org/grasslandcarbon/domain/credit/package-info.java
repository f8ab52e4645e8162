// SPDX-License-Identifier: Apache-2.0
/**
 * Credits: batches, who holds which serials, transfer, retirement, cancellation, freezes and
 * corrections (LEDGER section 5). It does not issue: {@code monitoring} does, with these records.
 */
package org.grasslandcarbon.domain.credit;
