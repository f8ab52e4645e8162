// SPDX-License-Identifier: Apache-2.0
/**
 * Methodologies: versions published as data for an algorithm of {@code quantification} (LEDGER
 * section 2). It knows nothing of projects.
 */
package org.grasslandcarbon.domain.methodology;
