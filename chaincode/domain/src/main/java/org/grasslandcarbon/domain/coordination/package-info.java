// SPDX-License-Identifier: Apache-2.0
/**
 * What regions do together: targets, gap assessment, shared information, compensation (LEDGER
 * section 7). Its place in the structure; nothing is here yet.
 */
package org.grasslandcarbon.domain.coordination;
