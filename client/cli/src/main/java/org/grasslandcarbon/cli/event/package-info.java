// SPDX-License-Identifier: Apache-2.0
/** {@code grassland events}: what happens on the ledger, live. */
package org.grasslandcarbon.cli.event;
