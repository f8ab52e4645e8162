// SPDX-License-Identifier: Apache-2.0
/**
 * Who takes part: participants, their keys, accreditation of certifiers, trust anchors, the
 * working-day calendar (LEDGER section 1). It knows nothing of projects or credits.
 */
package org.grasslandcarbon.domain.participant;
