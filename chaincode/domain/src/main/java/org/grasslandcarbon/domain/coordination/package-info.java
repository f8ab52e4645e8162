// SPDX-License-Identifier: Apache-2.0
/**
 * What regions do together: criteria, goals, gap assessment, shared information, compensation
 * (LEDGER section 7). It must move neither credits nor money, and no rule of another package waits
 * for it.
 */
package org.grasslandcarbon.domain.coordination;
