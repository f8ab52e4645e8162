// SPDX-License-Identifier: Apache-2.0
/** {@code grassland credits serial}: what became of a credit. */
package org.grasslandcarbon.cli.credit;
