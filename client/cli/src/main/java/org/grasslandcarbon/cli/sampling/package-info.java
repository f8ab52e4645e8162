// SPDX-License-Identifier: Apache-2.0
/**
 * What is done with samplings before they are sent: tables to fill in, and reading them. What a
 * table says is read by the room of sheets; this package must not judge it.
 */
package org.grasslandcarbon.cli.sampling;
