// SPDX-License-Identifier: Apache-2.0
/** Money at settlement banks, beyond what is made from the catalogue. */
package org.grasslandcarbon.cli.cash;
