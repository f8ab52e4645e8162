// SPDX-License-Identifier: Apache-2.0
/** {@code grassland instruction}: instructions of any action, and what became of them. */
package org.grasslandcarbon.cli.instruction;
