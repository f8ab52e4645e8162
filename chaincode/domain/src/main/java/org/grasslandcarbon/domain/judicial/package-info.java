// SPDX-License-Identifier: Apache-2.0
/**
 * What courts and the authority do to credits and cash by a legal document: freeze, release,
 * enforce (LEDGER sections 5 and 6). It stands above {@code credit}, {@code settlement} and {@code
 * market}, because a freeze also ends what its holder offers there; the three know nothing of it.
 */
package org.grasslandcarbon.domain.judicial;
