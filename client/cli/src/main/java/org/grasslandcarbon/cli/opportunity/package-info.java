// SPDX-License-Identifier: Apache-2.0
/** What regions may do for each other, what it is worth, and which ways a change of land has. */
package org.grasslandcarbon.cli.opportunity;
