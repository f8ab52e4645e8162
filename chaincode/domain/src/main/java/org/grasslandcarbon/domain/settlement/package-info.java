// SPDX-License-Identifier: Apache-2.0
/** Cash on the ledger: each participant's claim on a settlement bank (LEDGER section 6). */
package org.grasslandcarbon.domain.settlement;
