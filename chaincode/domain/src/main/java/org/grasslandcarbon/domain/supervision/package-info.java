// SPDX-License-Identifier: Apache-2.0
/**
 * What supervisors record of those whom they supervise: who is related to whom, and cases (LEDGER
 * sections 1 and 6; exchange's rules art. 36-46). It must decide nothing: whoever is suspended,
 * frozen or halted is so by the rules of other packages, on instructions of their own.
 */
package org.grasslandcarbon.domain.supervision;
