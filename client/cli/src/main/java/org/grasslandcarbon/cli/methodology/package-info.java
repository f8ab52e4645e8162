// SPDX-License-Identifier: Apache-2.0
/** {@code grassland methodology}: methodology versions. */
package org.grasslandcarbon.cli.methodology;
