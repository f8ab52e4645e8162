// SPDX-License-Identifier: Apache-2.0
/**
 * Cash on the ledger as a claim on the settlement bank, and delivery versus payment (LEDGER section
 * 6). Its place in the structure; nothing is here yet.
 */
package org.grasslandcarbon.domain.settlement;
