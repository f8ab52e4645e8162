// SPDX-License-Identifier: Apache-2.0
/** {@code grassland keys}: key files. */
package org.grasslandcarbon.cli.key;
