// SPDX-License-Identifier: Apache-2.0
/** What offices, the authority, auditors and exchanges look at. */
package org.grasslandcarbon.cli.supervision;
