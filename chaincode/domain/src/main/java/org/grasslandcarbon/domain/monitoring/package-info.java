// SPDX-License-Identifier: Apache-2.0
/**
 * Monitoring reports, their verification and the issuance of credits (LEDGER section 4). Tonnes are
 * what {@code quantification} computes from the data; no instruction carries an amount.
 */
package org.grasslandcarbon.domain.monitoring;
