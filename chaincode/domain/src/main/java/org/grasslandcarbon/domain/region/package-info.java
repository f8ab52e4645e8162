// SPDX-License-Identifier: Apache-2.0
/**
 * Administrative divisions (GB/T 2260) as dated data on the ledger, and what the acts of other
 * packages count in them. It must not judge a region; it says what was counted and what was not.
 */
package org.grasslandcarbon.domain.region;
