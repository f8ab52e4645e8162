// SPDX-License-Identifier: Apache-2.0
/** Administrative divisions (GB/T 2260) as dated data on the ledger. */
package org.grasslandcarbon.domain.region;
