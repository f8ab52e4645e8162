// SPDX-License-Identifier: Apache-2.0
/** {@code grassland stocking}: the balance of grass and livestock. */
package org.grasslandcarbon.cli.stocking;
