// SPDX-License-Identifier: Apache-2.0
/**
 * The command {@code grassland}: what participants, offices and auditors type. Each command is a
 * class of its own in the package of its noun; what all share is here. It decides nothing: the
 * ledger does.
 */
package org.grasslandcarbon.cli;
