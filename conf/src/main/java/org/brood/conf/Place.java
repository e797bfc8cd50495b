package org.brood.conf;

/** Where a directive may stand: the contexts of httpd's manual pages. */
public enum Place {
    /** The main server, outside every container. */
    SERVER,
    /** Inside {@code <VirtualHost>}. */
    VIRTUAL_HOST,
    /** Inside {@code <Directory>}, {@code <Location>}, {@code <Files>}, {@code <If>} and their relatives. */
    DIRECTORY,
    /** In an {@code .htaccess} file, where AllowOverride lets it. */
    HTACCESS
}
