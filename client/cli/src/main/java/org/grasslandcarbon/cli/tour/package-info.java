// SPDX-License-Identifier: Apache-2.0
/** {@code grassland tour}: a credit's whole life, played through the API with fresh keys. */
package org.grasslandcarbon.cli.tour;
