// SPDX-License-Identifier: Apache-2.0
/**
 * {@code grassland audit}: everything derived again from blocks, and held against what is shown.
 */
package org.grasslandcarbon.cli.audit;
