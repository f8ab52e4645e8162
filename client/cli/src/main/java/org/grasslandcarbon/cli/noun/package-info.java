// SPDX-License-Identifier: Apache-2.0
/**
 * Commands that nobody writes: {@code grassland NOUN VERB} for every action of the catalogue,
 * {@code list} and {@code show} for every view, with options and help made from the same
 * declarations that the ledger and the gateway are held to. What a command does beyond sending and
 * listing is no business of this package.
 */
package org.grasslandcarbon.cli.noun;
