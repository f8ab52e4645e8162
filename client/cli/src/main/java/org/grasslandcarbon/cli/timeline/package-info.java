// SPDX-License-Identifier: Apache-2.0
/** What happened to something, in the order of the ledger. */
package org.grasslandcarbon.cli.timeline;
