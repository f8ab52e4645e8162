// SPDX-License-Identifier: Apache-2.0
/**
 * What stands behind the tonnes for as long as they can be lost again: reversals, what they cost
 * the buffer, and the end of the obligation (LEDGER section 4). It takes from buffers only; credits
 * that somebody holds are never touched here.
 */
package org.grasslandcarbon.domain.permanence;
