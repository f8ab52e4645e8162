// SPDX-License-Identifier: Apache-2.0
/** What a market would take of credits for compliance, asked before buying or retiring any. */
package org.grasslandcarbon.cli.offset;
