// SPDX-License-Identifier: Apache-2.0
/**
 * Offsets: what each emissions trading market takes of credits instead of allowances, as rows of
 * data with their sources, and what of it an enterprise has used (LEDGER section 5). It judges
 * whatever is offered by what is said of it; it knows no batch and moves no credits: {@code credit}
 * does, and asks here first.
 */
package org.grasslandcarbon.domain.offset;
